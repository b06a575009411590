using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Web.Data.Configurations;

internal static class KeyText
{
    public const string Annotation = "Portal:KeyText";

    /// <summary>A canonical key: compared byte by byte on every database.</summary>
    public static PropertyBuilder<T> IsKeyText<T>(this PropertyBuilder<T> property, int maximumLength = 256) =>
        property.HasMaxLength(maximumLength).HasAnnotation(Annotation, true);
}
