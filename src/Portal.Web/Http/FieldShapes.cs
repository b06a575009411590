using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace Portal.Web.Http;

/// <summary>
/// Which fields of an action may come more than once: lists, and the pair of a checkbox. Where one value is meant, two of
/// them would let one check see the first and the next step the second (TR-08, AZ-04).
/// </summary>
internal sealed class FieldShapes(IModelMetadataProvider metadata)
{
    public bool MayRepeat(ActionDescriptor action, string key, StringValues values) =>
        values.Count <= 1
        || (values.Count == 2 && values.All(value => value is "true" or "false"))
        || action.Parameters.Any(parameter => IsList(parameter, key));

    private bool IsList(ParameterDescriptor parameter, string key)
    {
        var name = parameter.BindingInfo?.BinderModelName ?? parameter.Name;
        var type = metadata.GetMetadataForType(parameter.ParameterType);
        if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return type.IsEnumerableType;
        }

        var path = key.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase) ? key[(name.Length + 1)..] : key;
        return Follow(type, path.Split('.')) is { IsEnumerableType: true };
    }

    private static ModelMetadata? Follow(ModelMetadata type, string[] path)
    {
        ModelMetadata? current = type;
        foreach (var part in path)
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var property = bracket < 0 ? part : part[..bracket];
            current = current?.Properties.FirstOrDefault(each => property.Equals(each.BinderModelName ?? each.PropertyName, StringComparison.OrdinalIgnoreCase));
            current = bracket < 0 ? current : current?.ElementMetadata;
        }

        return current;
    }
}
