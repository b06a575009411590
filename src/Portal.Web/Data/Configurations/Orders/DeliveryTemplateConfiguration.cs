using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class DeliveryTemplateConfiguration : IEntityTypeConfiguration<DeliveryTemplate>
{
    public void Configure(EntityTypeBuilder<DeliveryTemplate> builder)
    {
        builder.ToTable("DeliveryTemplates");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Name).HasMaxLength(2 * OrderLimits.TemplateName);
        builder.ComplexProperty(row => row.Address, DeliveryAddressConfiguration.Configure);
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.Position });
        builder.HasOne<Contract>().WithMany().HasForeignKey(row => new { row.TenantId, row.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
