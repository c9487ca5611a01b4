#include <linux/io.h>
#include <linux/slab.h>
struct hdr { u32 prod, cons; };
struct ram { u32 x; struct hdr cmd; };
struct ring { struct hdr *h; };
struct dev { struct ram *ram; struct ring *ring; };

struct ring *ring_create(struct hdr *h)
{
	struct ring *r = kmalloc(sizeof(*r), GFP_KERNEL);

	if (!r)
		return NULL;
	r->h = h;
	return r;
}

u32 ring_free_bad(struct ring *r)
{
	return r->h->prod;	/* want iomem-deref */
}

int init(struct dev *d, phys_addr_t p)
{
	d->ram = (struct ram *)ioremap_wc(p, 4096);
	if (!d->ram)
		return -ENOMEM;
	d->ring = ring_create(&d->ram->cmd);
	return d->ring ? 0 : -ENOMEM;
}
