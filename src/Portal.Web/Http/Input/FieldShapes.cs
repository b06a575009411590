using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Primitives;
using Portal.Web.Forms;
using Portal.Web.Http.Guards;

namespace Portal.Web.Http.Input;

/// <summary>
/// Which fields of an action may come more than once: lists, and the pair of a checkbox. Where one value is meant, two
/// of them would let one check see the first and the next step the second (TR-08, AZ-04). And which may lie in a draft.
/// </summary>
internal sealed class FieldShapes(IModelMetadataProvider metadata)
{
    public bool MayRepeat(ActionDescriptor action, string key, StringValues values) =>
        values.Count <= 1
        || (values.Count == 2 && values.All(value => value is "true" or "false"))
        || Bound(action).Any(parameter => IsList(parameter, key));

    /// <summary>
    /// Only what is a field of the form and marked so; a name that nobody foresaw is left out (SAFE-3).
    /// </summary>
    public bool MayLieInDraft(ActionDescriptor action, string key) =>
        Bound(action).Any(parameter => Find(parameter, Whole(key)) is DefaultModelMetadata { Attributes.PropertyAttributes: { } marks }
            && marks.OfType<InDraftAttribute>().Any());

    // An entry of a list or a table may where the whole may.
    private static string Whole(string key) =>
        key.EndsWith(']') && key.LastIndexOf('[') is > 0 and var bracket ? key[..bracket] : key;

    private static IEnumerable<ParameterDescriptor> Bound(ActionDescriptor action) =>
        action.Parameters.Where(parameter => !GuardedAttribute.Marks(parameter));

    private bool IsList(ParameterDescriptor parameter, string key) => Find(parameter, key) is { IsEnumerableType: true };

    private ModelMetadata? Find(ParameterDescriptor parameter, string key)
    {
        var name = parameter.BindingInfo?.BinderModelName ?? parameter.Name;
        var type = metadata.GetMetadataForType(parameter.ParameterType);
        if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return type;
        }

        var path = key.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase) ? key[(name.Length + 1)..] : key;
        return Follow(type, path.Split('.'));
    }

    private static ModelMetadata? Follow(ModelMetadata type, string[] path)
    {
        ModelMetadata? current = type;
        foreach (var part in path)
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var property = bracket < 0 ? part : part[..bracket];
            current = current?.Properties.FirstOrDefault(each =>
                property.Equals(each.BinderModelName ?? each.PropertyName, StringComparison.OrdinalIgnoreCase));
            current = bracket < 0 ? current : current?.ElementMetadata;
        }

        return current;
    }
}
