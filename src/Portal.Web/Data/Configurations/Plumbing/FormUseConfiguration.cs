using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class FormUseConfiguration : IEntityTypeConfiguration<FormUse>
{
    public void Configure(EntityTypeBuilder<FormUse> builder)
    {
        builder.ToTable("FormUses");
        builder.HasKey(use => new { use.TenantId, use.UserId, use.FormId });
        builder.Property(use => use.Location).HasMaxLength(2048);
        builder.HasIndex(use => new { use.TenantId, use.UsedAt });
    }
}
