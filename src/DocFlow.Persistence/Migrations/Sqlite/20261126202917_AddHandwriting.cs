using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddHandwriting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HandwritingHash",
                table: "Seats",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Handwritings",
                columns: table => new
                {
                    SeatId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Strokes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handwritings", x => x.SeatId);
                    table.ForeignKey(
                        name: "FK_Handwritings_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Handwritings");

            migrationBuilder.DropColumn(
                name: "HandwritingHash",
                table: "Seats");
        }
    }
}
