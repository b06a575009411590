using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Portal.Web.Tenancy.Profiles.Faults;

/// <summary>
/// Which parts of a text do not fit the types of a profile, asked where the serializer has refused it: it stops at the
/// first, and says so in words of its own.
/// </summary>
internal static class ProfileShape
{
    public static IEnumerable<ProfileProblem> Problems(JsonElement value, JsonTypeInfo type, string path = "") => type.Kind switch
    {
        JsonTypeInfoKind.Object => value.ValueKind == JsonValueKind.Object
            ? OfObject(value, type, path)
            : [new(path, "Kind.Object")],
        JsonTypeInfoKind.Enumerable => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((item, i) => Problems(item, Element(type), ProfileLines.Item(path, i)))
            : [new(path, "Kind.List")],
        JsonTypeInfoKind.Dictionary => value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().SelectMany(part => Problems(part.Value, Element(type), ProfileLines.Below(path, part.Name)))
            : [new(path, "Kind.Object")],
        _ => Fits(value, type) ? [] : [Kind(Nullable.GetUnderlyingType(type.Type) ?? type.Type, path)],
    };

    private static IEnumerable<ProfileProblem> OfObject(JsonElement value, JsonTypeInfo type, string path)
    {
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in value.EnumerateObject())
        {
            var below = ProfileLines.Below(path, part.Name);
            foreach (var problem in said.Add(part.Name) ? OfPart(part, type, below) : [new(below, "Twice")])
            {
                yield return problem;
            }
        }

        foreach (var missing in type.Properties.Where(each => IsRequired(each) && !said.Contains(each.Name)))
        {
            yield return new(ProfileLines.Below(path, missing.Name), "Missing");
        }
    }

    private static IEnumerable<ProfileProblem> OfPart(JsonProperty part, JsonTypeInfo type, string path)
    {
        if (type.Properties.FirstOrDefault(each => each.Name.Equals(part.Name, StringComparison.OrdinalIgnoreCase)) is not { } property)
        {
            return [new(path, "Unknown")];
        }

        return part.Value.ValueKind != JsonValueKind.Null ? Problems(part.Value, type.Options.GetTypeInfo(property.PropertyType), path)
            : TakesNull(property) ? []
            : [new(path, "Null")];
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    private static bool TakesNull(JsonPropertyInfo property) => property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static JsonTypeInfo Element(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

    private static bool Fits(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static ProfileProblem Kind(Type type, string path) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => new(path, "Kind.Word", string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))),
        _ when type == typeof(DateOnly) => new(path, "Kind.Date"),
        TypeCode.Boolean => new(path, "Kind.Flag"),
        TypeCode.Int32 => new(path, "Kind.Whole"),
        TypeCode.Double => new(path, "Kind.Number"),
        TypeCode.String => new(path, "Kind.Text"),
        _ => new(path, "Unreadable"),
    };
}
