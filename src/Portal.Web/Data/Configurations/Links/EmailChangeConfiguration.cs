using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class EmailChangeConfiguration : IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<EmailChange> builder)
    {
        builder.ToTable("EmailChanges");
        builder.HasKey(change => new { change.TenantId, change.Id });
        builder.HasIndex(change => new { change.TenantId, change.UserId, change.RequestedAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(change => new { change.TenantId, change.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
