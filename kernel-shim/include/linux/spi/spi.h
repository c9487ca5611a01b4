/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Transfers over SPI. */
#ifndef SHIM_LINUX_SPI_SPI_H
#define SHIM_LINUX_SPI_SPI_H

#include <linux/scatterlist.h>

struct spi_device;

struct spi_transfer {
	const void *tx_buf;
	void *rx_buf;
	unsigned int len;
	struct sg_table tx_sg;
	struct sg_table rx_sg;
};

int spi_write_then_read(struct spi_device *spi, const void *txbuf, unsigned int n_tx, void *rxbuf,
                        unsigned int n_rx);

#endif
