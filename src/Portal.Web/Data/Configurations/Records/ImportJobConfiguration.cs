using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ImportJobConfiguration : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.ToTable("ImportJobs");
        builder.HasKey(job => new { job.TenantId, job.Id });
        builder.HasIndex(job => new { job.TenantId, job.RequestedAt });
        builder.HasIndex(job => new { job.TenantId, job.ExpiresAt });
    }
}
