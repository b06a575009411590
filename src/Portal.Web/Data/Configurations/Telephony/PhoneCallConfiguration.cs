using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class PhoneCallConfiguration : IEntityTypeConfiguration<PhoneCall>
{
    public void Configure(EntityTypeBuilder<PhoneCall> builder)
    {
        builder.ToTable("PhoneCalls");
        builder.HasKey(call => new { call.TenantId, call.Id });
        builder.Property(call => call.CallId).IsKeyText(64);
        builder.Property(call => call.Caller).IsKeyText(16);
        builder.Property(call => call.Target).IsKeyText(40);
        builder.HasIndex(call => new { call.TenantId, call.CallId }).IsUnique();
        builder.HasIndex(call => new { call.TenantId, call.ContractId, call.StartedAt });
        builder.HasOne<Contract>().WithMany().HasForeignKey(call => new { call.TenantId, call.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
