namespace Portal.Web.Features.Shared.Homes;

/// <summary>
/// What one feature has to say on the home page (FACE-2): what needs attention, and what the service shows. A feature
/// joins by registering one; the home itself does not know which there are.
/// </summary>
public interface IHomeSection
{
    /// <summary>What is to be counted for this user, if anything; all sections' counts are one query.</summary>
    HomeAsk? Ask() => null;

    /// <summary>What needs attention now, from what was counted.</summary>
    Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts) => Task.FromResult<IReadOnlyList<HomeTask>>([]);

    /// <summary>What the service shows; null where this user has nothing of it.</summary>
    Task<HomePanel?> PanelAsync() => Task.FromResult<HomePanel?>(null);
}

/// <param name="Key">Whose count it is, such as "operators/locked".</param>
/// <param name="Rows">One of each row that counts.</param>
public sealed record HomeCount(string Key, IQueryable<Guid> Rows);

/// <summary>What was counted, up to <see cref="Most"/>.</summary>
public sealed class HomeCounts(IReadOnlyDictionary<string, int> found)
{
    /// <summary>Beyond it nobody needs to know how many; it bounds what is counted.</summary>
    public const int Most = 1000;

    public int this[string key] => found.GetValueOrDefault(key);
}

public enum HomeTone
{
    /// <summary>Somebody is stuck or something has happened.</summary>
    Urgent,

    /// <summary>Something will happen.</summary>
    Soon,

    /// <summary>It would be better.</summary>
    Advice,
}

/// <param name="Count">How many of it; null where it is one thing.</param>
/// <param name="Action">What the link to <paramref name="Path"/> does.</param>
/// <param name="Path">"~/…"; null where only somebody else can act.</param>
public sealed record HomeTask(HomeTone Tone, string Title, int? Count, string? Text, string? Action, string? Path);

/// <param name="Name">Names the panel in addresses of the page and in styles.</param>
/// <param name="View">Path of the partial view that shows <paramref name="Model"/>.</param>
public sealed record HomePanel(string Name, string Title, string View, object Model);
