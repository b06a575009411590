using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class CaseFollowerConfiguration : IEntityTypeConfiguration<CaseFollower>
{
    public void Configure(EntityTypeBuilder<CaseFollower> builder)
    {
        builder.ToTable("CaseFollowers");
        builder.HasKey(follower => new { follower.TenantId, follower.CaseId, follower.UserId });
        builder.HasIndex(follower => new { follower.TenantId, follower.UserId, follower.CaseId });
        builder.HasOne<SupportCase>().WithMany().HasForeignKey(follower => new { follower.TenantId, follower.CaseId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(follower => follower.User).WithMany().HasForeignKey(follower => new { follower.TenantId, follower.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
