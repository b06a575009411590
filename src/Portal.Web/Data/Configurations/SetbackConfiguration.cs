using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class SetbackConfiguration : IEntityTypeConfiguration<Setback>
{
    public void Configure(EntityTypeBuilder<Setback> builder)
    {
        builder.ToTable("Setbacks");

        // No foreign key to what it speaks of: that is a row of another table with each kind.
        builder.HasKey(setback => new { setback.TenantId, setback.Kind, setback.RowId });
        builder.Property(setback => setback.Kind).IsKeyText(32);
        builder.Property(setback => setback.Reason).HasMaxLength(1000);
        builder.HasIndex(setback => new { setback.TenantId, setback.LastAt });
    }
}
