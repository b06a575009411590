using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class FormerPasswordConfiguration : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> builder)
    {
        builder.ToTable("FormerPasswords");
        builder.HasKey(former => new { former.TenantId, former.Id });
        builder.HasIndex(former => new { former.TenantId, former.UserId, former.ReplacedAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(former => new { former.TenantId, former.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
