using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal static class DeliveryAddressConfiguration
{
    /// <summary>The columns of an address; lengths by code points, which SQL Server counts twice at worst.</summary>
    public static void Configure(ComplexPropertyBuilder<DeliveryAddress> address)
    {
        address.Property(each => each.PostalCode).HasMaxLength(7);
        address.Property(each => each.Prefecture).HasMaxLength(10);
        address.Property(each => each.City).HasMaxLength(2 * OrderLimits.AddressLine);
        address.Property(each => each.Street).HasMaxLength(2 * OrderLimits.AddressLine);
        address.Property(each => each.Building).HasMaxLength(2 * OrderLimits.AddressLine);
        address.Property(each => each.Company).HasMaxLength(2 * OrderLimits.AddressLine);
        address.Property(each => each.Department).HasMaxLength(2 * OrderLimits.AddressLine);
        address.Property(each => each.Name).HasMaxLength(2 * OrderLimits.Name);
        address.Property(each => each.Kana).HasMaxLength(2 * OrderLimits.Name);
        address.Property(each => each.Phone).HasMaxLength(40);
    }
}
