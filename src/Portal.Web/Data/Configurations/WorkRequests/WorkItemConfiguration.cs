using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Code).HasMaxLength(WorkLimits.Key);
        builder.Property(row => row.OnlyWith).HasMaxLength(-1);
        builder.Ignore(row => row.Names);
        builder.HasIndex(row => new { row.TenantId, row.Code }).IsUnique();
    }
}
