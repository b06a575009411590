using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Cases;
using Portal.Rules.Telephony;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("Contracts");
        builder.HasKey(contract => new { contract.TenantId, contract.Id });
        builder.Property(contract => contract.Number).IsKeyText(40);
        builder.Property(contract => contract.AuthenticationUnit).HasMaxLength(256).HasConversion(unit => Word(unit), word => Unit(word));
        builder.Property(contract => contract.CaseVisibility).HasDefaultValue(CaseVisibility.Everybody);
        builder.Property(contract => contract.Kind).HasDefaultValue("");
        builder.Property(contract => contract.Plan).HasDefaultValue("");
        builder.HasIndex(contract => new { contract.TenantId, contract.Number }).IsUnique();
        builder.HasOne(contract => contract.Holder).WithMany().HasForeignKey(contract => new { contract.TenantId, contract.HolderId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>As it is stored. The compiled model calls it, and the next.</summary>
    internal static string? Word(AuthenticationUnit? unit) => unit switch
    {
        AuthenticationUnit.Line => "line",
        AuthenticationUnit.Number => "number",
        AuthenticationUnit.ManagerAndUsers => "managerAndUsers",
        _ => null,
    };

    internal static AuthenticationUnit? Unit(string? word) => word switch
    {
        "line" => AuthenticationUnit.Line,
        "number" => AuthenticationUnit.Number,
        "managerAndUsers" => AuthenticationUnit.ManagerAndUsers,
        _ => null,
    };
}
