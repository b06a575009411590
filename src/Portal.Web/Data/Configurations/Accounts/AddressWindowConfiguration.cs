using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AddressWindowConfiguration : IEntityTypeConfiguration<AddressWindow>
{
    public void Configure(EntityTypeBuilder<AddressWindow> builder)
    {
        builder.ToTable("AddressWindows");
        builder.HasKey(window => window.AddressKey);
        builder.Property(window => window.AddressKey).IsKeyText(64);
        builder.HasIndex(window => window.WindowStart);
    }
}
