using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class TenantConfiguration : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("Tenants");
        builder.HasKey(tenant => tenant.Id);
        builder.Property(tenant => tenant.Id).ValueGeneratedNever();
        builder.Property(tenant => tenant.Slug).IsKeyText(32);
        builder.Property(tenant => tenant.Host).IsKeyText(253);
        builder.Property(tenant => tenant.Profile).HasMaxLength(-1);
        builder.Property(tenant => tenant.Version).IsConcurrencyToken();
        builder.HasIndex(tenant => tenant.Slug).IsUnique();
        builder.HasIndex(tenant => tenant.Host).IsUnique();
    }
}

internal sealed class HolderConfiguration : IEntityTypeConfiguration<Holder>
{
    public void Configure(EntityTypeBuilder<Holder> builder)
    {
        builder.ToTable("Holders");
        builder.HasKey(holder => new { holder.TenantId, holder.Id });
    }
}

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("Contracts");
        builder.HasKey(contract => new { contract.TenantId, contract.Id });
        builder.Property(contract => contract.Number).IsKeyText(40);
        builder.HasIndex(contract => new { contract.TenantId, contract.Number }).IsUnique();
        builder.HasOne(contract => contract.Holder).WithMany().HasForeignKey(contract => new { contract.TenantId, contract.HolderId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContractLineConfiguration : IEntityTypeConfiguration<ContractLine>
{
    public void Configure(EntityTypeBuilder<ContractLine> builder)
    {
        builder.ToTable("ContractLines");
        builder.HasKey(line => new { line.TenantId, line.Id });
        builder.HasIndex(line => new { line.TenantId, line.ContractId, line.Order });
        builder.HasOne<Contract>().WithMany().HasForeignKey(line => new { line.TenantId, line.ContractId }).OnDelete(DeleteBehavior.Restrict);
    }
}
