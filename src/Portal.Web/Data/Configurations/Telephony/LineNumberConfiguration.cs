using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class LineNumberConfiguration : IEntityTypeConfiguration<LineNumber>
{
    public void Configure(EntityTypeBuilder<LineNumber> builder)
    {
        builder.ToTable("LineNumbers");
        builder.HasKey(number => new { number.TenantId, number.Id });
        builder.Property(number => number.Number).IsKeyText(16);

        // One number, one line: a call says nothing but the number it comes from.
        builder.HasIndex(number => new { number.TenantId, number.Number }).IsUnique();
        builder.HasIndex(number => new { number.TenantId, number.ContractId, number.Order });
        builder.HasOne<Contract>().WithMany().HasForeignKey(number => new { number.TenantId, number.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ContractLine>().WithMany().HasForeignKey(number => new { number.TenantId, number.LineId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(number => new { number.TenantId, number.UserId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
