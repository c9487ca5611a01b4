/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Address-space qualifiers and the attributes everything else uses. */
#ifndef SHIM_LINUX_COMPILER_TYPES_H
#define SHIM_LINUX_COMPILER_TYPES_H

/*
 * sglint's override header defines the qualifiers itself and may come first;
 * sparse gets them as address spaces; to a compiler they are nothing.
 */
#ifndef __iomem
#ifdef __CHECKER__
#define __iomem __attribute__((noderef, address_space(__iomem)))
#define __user __attribute__((noderef, address_space(__user)))
#define __percpu __attribute__((noderef, address_space(__percpu)))
#define __rcu __attribute__((noderef, address_space(__rcu)))
#define __force __attribute__((force))
#else
#define __iomem
#define __user
#define __percpu
#define __rcu
#define __force
#endif
#endif

#ifdef __CHECKER__
#define __bitwise __attribute__((bitwise))
#else
#define __bitwise
#endif

#define __always_unused __attribute__((unused))
#define __maybe_unused __attribute__((unused))
#define __used __attribute__((used))
#define __packed __attribute__((packed))
#define __aligned(n) __attribute__((aligned(n)))
#define __printf(template, first) __attribute__((format(printf, template, first)))
#define __noreturn __attribute__((noreturn))
#define __cold __attribute__((cold))
#define __always_inline inline __attribute__((always_inline))
#define noinline __attribute__((noinline))
#define __weak __attribute__((weak))
#define __must_check __attribute__((warn_unused_result))
#define fallthrough __attribute__((fallthrough))
#define __cleanup(function) __attribute__((cleanup(function)))
#define __init
#define __exit
#define __initdata

#endif
