using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ImportPartConfiguration : IEntityTypeConfiguration<ImportPart>
{
    public void Configure(EntityTypeBuilder<ImportPart> builder)
    {
        builder.ToTable("ImportParts");
        builder.HasKey(part => new { part.TenantId, part.JobId, part.Kind });
        builder.Property(part => part.Content).HasMaxLength(-1);
        builder.HasOne<ImportJob>().WithMany().HasForeignKey(part => new { part.TenantId, part.JobId }).OnDelete(DeleteBehavior.Cascade);
    }
}
