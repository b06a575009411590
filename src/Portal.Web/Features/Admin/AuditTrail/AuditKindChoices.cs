using System.Reflection;
using Portal.Web.Audit;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.AuditTrail;

internal static class AuditKindChoices
{
    private static readonly string[] Kinds =
        [.. typeof(AuditKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    public static IEnumerable<Choice> All(AuditWords words) => Kinds.Select(kind => new Choice(kind, words.Kind(kind)));
}
