using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AnnouncementReadingConfiguration : IEntityTypeConfiguration<AnnouncementReading>
{
    public void Configure(EntityTypeBuilder<AnnouncementReading> builder)
    {
        builder.ToTable("AnnouncementReadings");
        builder.HasKey(reading => new { reading.TenantId, reading.AnnouncementId, reading.UserId });
        builder.HasOne<Announcement>().WithMany().HasForeignKey(reading => new { reading.TenantId, reading.AnnouncementId })
            .OnDelete(DeleteBehavior.Cascade);

        builder.HasOne<PortalUser>().WithMany().HasForeignKey(reading => new { reading.TenantId, reading.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
