using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class CodeFailureRowConfiguration : IEntityTypeConfiguration<CodeFailureRow>
{
    public void Configure(EntityTypeBuilder<CodeFailureRow> builder)
    {
        builder.ToTable("CodeFailures");
        builder.HasKey(row => new { row.TenantId, row.UserId });
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<CodeFailureRow>(row => new { row.TenantId, row.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
