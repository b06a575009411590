using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class RecoveryRequestConfiguration : IEntityTypeConfiguration<RecoveryRequest>
{
    public void Configure(EntityTypeBuilder<RecoveryRequest> builder)
    {
        builder.ToTable("RecoveryRequests");
        builder.HasKey(request => new { request.TenantId, request.Id });
        builder.HasIndex(request => new { request.TenantId, request.HandledAt, request.CreatedAt });
    }
}
