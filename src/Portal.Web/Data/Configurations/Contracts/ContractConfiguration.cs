using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("Contracts");
        builder.HasKey(contract => new { contract.TenantId, contract.Id });
        builder.Property(contract => contract.Number).IsKeyText(40);
        builder.HasIndex(contract => new { contract.TenantId, contract.Number }).IsUnique();
        builder.HasOne(contract => contract.Holder).WithMany().HasForeignKey(contract => new { contract.TenantId, contract.HolderId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
