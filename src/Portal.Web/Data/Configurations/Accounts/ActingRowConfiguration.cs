using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ActingRowConfiguration : IEntityTypeConfiguration<ActingRow>
{
    public void Configure(EntityTypeBuilder<ActingRow> builder)
    {
        builder.ToTable("ActingRows");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Handle).IsKeyText(32);
        builder.HasIndex(row => new { row.TenantId, row.SessionId, row.Handle }).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(row => new { row.TenantId, row.SessionId }).OnDelete(DeleteBehavior.Cascade);
    }
}
