using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class StoredFileChunkConfiguration : IEntityTypeConfiguration<StoredFileChunk>
{
    public void Configure(EntityTypeBuilder<StoredFileChunk> builder)
    {
        builder.ToTable("StoredFileChunks");
        builder.HasKey(chunk => new { chunk.TenantId, chunk.FileId, chunk.Number });
        builder.Property(chunk => chunk.Content).HasMaxLength(-1);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(chunk => new { chunk.TenantId, chunk.FileId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
