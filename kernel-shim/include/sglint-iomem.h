/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Keeps the kernel's address-space annotations visible to sglint.
 *
 * To a compiler the kernel's __iomem, __user, __percpu, __rcu and __force are
 * nothing, and their sparse form does not parse under Clang.  This header goes
 * in by -include after the kernel's own compiler_types.h and redefines them as
 * type tags, which Clang keeps in the types of declarations and casts and
 * never lets change what an expression means.
 *
 * __CHECKER__ stays undefined.  Code may test __SGLINT__.
 */
#ifndef SGLINT_IOMEM_H
#define SGLINT_IOMEM_H

#define __SGLINT__ 1

#undef __iomem
#undef __force
#undef __user
#undef __percpu
#undef __rcu

#define __iomem __attribute__((btf_type_tag("iomem")))
#define __force __attribute__((btf_type_tag("force")))
#define __user __attribute__((btf_type_tag("user")))
#define __percpu __attribute__((btf_type_tag("percpu")))
#define __rcu __attribute__((btf_type_tag("rcu")))

#endif
