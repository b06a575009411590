using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.HasKey(file => new { file.TenantId, file.Id });
        builder.Property(file => file.Purpose).HasMaxLength(32);
        builder.Property(file => file.Owner).HasMaxLength(80);
        builder.Property(file => file.Name).HasMaxLength(100);
        builder.Property(file => file.Hash).HasMaxLength(32);
        builder.Property(file => file.Store).HasMaxLength(16);
        builder.HasIndex(file => new { file.TenantId, file.Owner });
        builder.HasIndex(file => new { file.TenantId, file.UploaderId, file.FormId });
        builder.HasIndex(file => new { file.TenantId, file.KeptUntil });
        builder.HasIndex(file => new { file.TenantId, file.NextCheckAt });
    }
}
