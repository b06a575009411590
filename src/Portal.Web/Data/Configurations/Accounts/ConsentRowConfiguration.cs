using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ConsentRowConfiguration : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> builder)
    {
        builder.ToTable("Consents");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Version).IsKeyText(32);
        builder.HasIndex(row => new { row.TenantId, row.UserId, row.Version }).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(row => new { row.TenantId, row.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}
