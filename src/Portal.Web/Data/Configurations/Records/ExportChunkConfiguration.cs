using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ExportChunkConfiguration : IEntityTypeConfiguration<ExportChunk>
{
    public void Configure(EntityTypeBuilder<ExportChunk> builder)
    {
        builder.ToTable("ExportChunks");
        builder.HasKey(chunk => new { chunk.TenantId, chunk.JobId, chunk.Number });
        builder.Property(chunk => chunk.Content).HasMaxLength(-1);
        builder.HasOne<ExportJob>().WithMany().HasForeignKey(chunk => new { chunk.TenantId, chunk.JobId }).OnDelete(DeleteBehavior.Cascade);
    }
}
