using Portal.Web.Audit;
using Portal.Web.Mail.Notices;

namespace Portal.Architecture.Tests.Reflection;

/// <summary>
/// What the rooms of the house contribute. That each registers its own, a test of the running application says.
/// </summary>
internal static class Contributions
{
    public static IReadOnlyList<EventContribution> Events { get; } = [.. All<EventContribution>()];

    public static IReadOnlyList<NoticeRow> Notices { get; } = [.. All<NoticeContribution>().SelectMany(room => room.Rows)];

    private static IEnumerable<T> All<T>() => Source.Web.GetTypes().Where(type => type.IsSubclassOf(typeof(T)))
        .Select(type => (T)Activator.CreateInstance(type)!);
}
