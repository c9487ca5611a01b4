/* SPDX-License-Identifier: GPL-2.0-or-later */
/* SCSI commands. */
#ifndef SHIM_SCSI_SCSI_CMND_H
#define SHIM_SCSI_SCSI_CMND_H

#include <linux/scatterlist.h>

struct scsi_data_buffer {
	struct sg_table table;
	unsigned int length;
};

struct scsi_cmnd {
	struct scsi_data_buffer sdb;
	struct scsi_data_buffer *prot_sdb;
};

static inline struct scatterlist *scsi_sglist(struct scsi_cmnd *cmd)
{
	return cmd->sdb.table.sgl;
}

static inline unsigned int scsi_sg_count(struct scsi_cmnd *cmd)
{
	return cmd->sdb.table.nents;
}

static inline struct scatterlist *scsi_prot_sglist(struct scsi_cmnd *cmd)
{
	return cmd->prot_sdb ? cmd->prot_sdb->table.sgl : NULL;
}

static inline int scsi_sg_copy_from_buffer(struct scsi_cmnd *cmd, const void *buf, int buflen)
{
	return (int)sg_copy_from_buffer(scsi_sglist(cmd), scsi_sg_count(cmd), buf, (size_t)buflen);
}

static inline int scsi_sg_copy_to_buffer(struct scsi_cmnd *cmd, void *buf, int buflen)
{
	return (int)sg_copy_to_buffer(scsi_sglist(cmd), scsi_sg_count(cmd), buf, (size_t)buflen);
}

void *scsi_kmap_atomic_sg(struct scatterlist *sg, int sg_count, size_t *offset, size_t *len);
void scsi_kunmap_atomic_sg(void *virt);

#endif
