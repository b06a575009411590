using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ContractOptionConfiguration : IEntityTypeConfiguration<ContractOption>
{
    public void Configure(EntityTypeBuilder<ContractOption> builder)
    {
        builder.ToTable("ContractOptions");
        builder.HasKey(option => new { option.TenantId, option.Id });
        builder.HasIndex(option => new { option.TenantId, option.ContractId, option.Order });
        builder.HasOne<Contract>().WithMany().HasForeignKey(option => new { option.TenantId, option.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
