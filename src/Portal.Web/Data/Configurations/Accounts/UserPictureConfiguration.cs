using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class UserPictureConfiguration : IEntityTypeConfiguration<UserPicture>
{
    public void Configure(EntityTypeBuilder<UserPicture> builder)
    {
        builder.ToTable("UserPictures");
        builder.HasKey(picture => new { picture.TenantId, picture.UserId });
        builder.Property(picture => picture.Content).HasMaxLength(-1);
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<UserPicture>(picture => new { picture.TenantId, picture.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
