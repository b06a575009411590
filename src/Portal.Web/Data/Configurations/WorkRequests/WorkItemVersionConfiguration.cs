using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class WorkItemVersionConfiguration : IEntityTypeConfiguration<WorkItemVersion>
{
    public void Configure(EntityTypeBuilder<WorkItemVersion> builder)
    {
        builder.ToTable("WorkItemVersions");
        builder.HasKey(row => new { row.TenantId, row.ItemId, row.Edition });
        builder.Property(row => row.Definition).HasMaxLength(-1);
        builder.HasOne(row => row.Item).WithMany().HasForeignKey(row => new { row.TenantId, row.ItemId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
