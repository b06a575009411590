using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(membership => new { membership.TenantId, membership.UserId, membership.ContractId });
        builder.Property(membership => membership.Permissions).HasMaxLength(400);
        builder.Property(membership => membership.Version).IsConcurrencyToken();

        // The people of a contract from elsewhere, and its managers among them.
        builder.HasIndex(membership => new { membership.TenantId, membership.ContractId, membership.Role });
        builder.HasOne(membership => membership.User).WithMany()
            .HasForeignKey(membership => new { membership.TenantId, membership.UserId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(membership => membership.Contract).WithMany()
            .HasForeignKey(membership => new { membership.TenantId, membership.ContractId }).OnDelete(DeleteBehavior.Restrict);
    }
}
