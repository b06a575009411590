using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class CaseEntryConfiguration : IEntityTypeConfiguration<CaseEntry>
{
    public void Configure(EntityTypeBuilder<CaseEntry> builder)
    {
        builder.ToTable("CaseEntries");

        // No foreign key to accounts: what somebody said outlives the account.
        builder.HasKey(entry => new { entry.TenantId, entry.Id });
        builder.Property(entry => entry.Source).HasMaxLength(-1);
        builder.Property(entry => entry.Html).HasMaxLength(-1);
        builder.Property(entry => entry.SearchKey).HasMaxLength(-1);
        builder.HasIndex(entry => new { entry.TenantId, entry.CaseId, entry.Order }).IsUnique();
        builder.HasOne<SupportCase>().WithMany().HasForeignKey(entry => new { entry.TenantId, entry.CaseId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
