#include <linux/err.h>
#include <linux/io.h>
#include <linux/slab.h>
#include <linux/platform_device.h>
struct scp { void __iomem *base; int x; };
struct box { struct scp *one, *two; };

static struct scp *scp_init(struct device *dev, struct resource *res, struct box *b, bool early)
{
	struct scp *scp = early ? b->one : b->two;

	scp->base = devm_ioremap_resource(dev, res);
	if (IS_ERR(scp->base))
		return ERR_CAST(scp->base);
	return scp;
}

int probe_ok(struct device *dev, struct resource *res, struct box *b, bool early)
{
	struct scp *s = scp_init(dev, res, b, early);

	if (IS_ERR(s))
		return PTR_ERR(s);
	s->x = 1;	/* want nothing */
	return 0;
}
