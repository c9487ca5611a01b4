/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The six defects of the draft of April 2017, for tests that must notice them.
 * A build with SHIM_DEFECT=N has defect N; an ordinary one has none.
 */
#ifndef SHIM_DEFECT_H
#define SHIM_DEFECT_H

#ifndef SHIM_DEFECT
#define SHIM_DEFECT 0
#endif

#define SHIM_DEFECT_COPY_USES_ADDR 1    /* sg_copy_buffer() of I/O memory through addr */
#define SHIM_DEFECT_STOP_KEEPS_PLACE 2  /* sg_miter_stop() does not advance on ioaddr */
#define SHIM_DEFECT_ASSIGN_LOSES_LAST 3 /* assigning an entry drops the mark of the last */
#define SHIM_DEFECT_CHAIN_BY_PFN 4      /* chaining wants page-aligned lists */
#define SHIM_DEFECT_IOMEM_ON_POINTER 5  /* "void * __iomem": the pointer, not the pointee */
#define SHIM_DEFECT_SHORT_SILENTLY 6    /* no opt-in: the iteration ends without a word */
#define SHIM_HAS_DEFECT(name) (SHIM_DEFECT == SHIM_DEFECT_##name)

#endif
