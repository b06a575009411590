namespace Portal.Web.Files.Stored;

/// <summary>What a file is attached to: one thing of one feature, which alone knows who may see it.</summary>
/// <param name="Kind">A short word, as "case"; the purpose that the files were sent for.</param>
/// <param name="Id">The thing's own id.</param>
public sealed record FileOwner(string Kind, Guid Id)
{
    public string Reference => $"{Kind}/{Id:N}";
}
