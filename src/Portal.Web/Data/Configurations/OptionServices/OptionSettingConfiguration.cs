using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class OptionSettingConfiguration : IEntityTypeConfiguration<OptionSetting>
{
    public void Configure(EntityTypeBuilder<OptionSetting> builder)
    {
        builder.ToTable("OptionSettings");
        builder.HasKey(setting => new { setting.TenantId, setting.NumberId, setting.Service });
        builder.Property(setting => setting.Settings).HasMaxLength(-1);
        builder.HasOne(setting => setting.Number).WithMany().HasForeignKey(setting => new { setting.TenantId, setting.NumberId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
