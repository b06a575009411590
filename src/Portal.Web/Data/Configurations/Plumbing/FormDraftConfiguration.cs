using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class FormDraftConfiguration : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.ToTable("FormDrafts");
        builder.HasKey(draft => new { draft.TenantId, draft.Id });
        builder.Property(draft => draft.TokenHash).HasMaxLength(32);
        builder.Property(draft => draft.Path).HasMaxLength(2048);
        builder.HasIndex(draft => new { draft.TenantId, draft.TokenHash }).IsUnique();
        builder.HasIndex(draft => new { draft.TenantId, draft.ExpiresAt });
    }
}
