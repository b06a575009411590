using System.Runtime.CompilerServices;
using Portal.Web.Data;
using Portal.Web.Data.Keysets;

namespace Portal.Web.Lists;

/// <summary>
/// All rows of a list that is read by place, for a file: each batch in a short transaction of its own, so that no
/// connection waits for a slow reader (PERF-4, RX-05).
/// </summary>
public sealed class KeysetRows(UnitOfWork work)
{
    private const int Batch = 1000;

    /// <param name="next">Reads up to so many rows beyond a place.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(Func<KeysetPlace?, int, Task<IReadOnlyList<T>>> next, Func<T, KeysetPlace> placeOf,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(placeOf);
        KeysetPlace? place = null;
        while (true)
        {
            var batch = await work.RunAsync(() => next(place, Batch), cancellationToken);
            foreach (var row in batch)
            {
                yield return row;
            }

            if (batch.Count < Batch)
            {
                yield break;
            }

            place = placeOf(batch[^1]);
        }
    }
}
