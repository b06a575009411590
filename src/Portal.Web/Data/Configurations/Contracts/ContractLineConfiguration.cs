using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ContractLineConfiguration : IEntityTypeConfiguration<ContractLine>
{
    public void Configure(EntityTypeBuilder<ContractLine> builder)
    {
        builder.ToTable("ContractLines");
        builder.HasKey(line => new { line.TenantId, line.Id });
        builder.HasIndex(line => new { line.TenantId, line.ContractId, line.Order });
        builder.HasOne<Contract>().WithMany().HasForeignKey(line => new { line.TenantId, line.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
