using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ExportJobConfiguration : IEntityTypeConfiguration<ExportJob>
{
    public void Configure(EntityTypeBuilder<ExportJob> builder)
    {
        builder.ToTable("ExportJobs");
        builder.HasKey(job => new { job.TenantId, job.Id });
        builder.Property(job => job.Filter).HasMaxLength(-1);
        builder.Property(job => job.Error).HasMaxLength(1000);
        builder.HasIndex(job => new { job.TenantId, job.UserId, job.RequestedAt });
        builder.HasIndex(job => new { job.TenantId, job.ExpiresAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(job => new { job.TenantId, job.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}
